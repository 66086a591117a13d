package org.evotrial.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that is printed by {@code --version}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "evotrial " + (version == null ? "(development build)" : version),
            "Java %s, %s %s".formatted(Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"))
        };
    }
}
