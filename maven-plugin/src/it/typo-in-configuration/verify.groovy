def log = new File(basedir, 'build.log').text
def says = { assert log.contains(it) : "build.log does not say: $it" }
def isSilentOn = { assert !log.contains(it) : "build.log says: $it" }
says('small.json:16:34')
says('/design/arms/0/role')
says('did you mean "control"?')
says('MojoExecutionException')
isSilentOn('MojoFailureException')
assert !new File(basedir, 'target/evotrial').exists()
return true
