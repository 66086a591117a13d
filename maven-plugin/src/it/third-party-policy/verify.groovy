def log = new File(basedir, 'build.log').text
def says = { assert log.contains(it) : "build.log does not say: $it" }
def output = new File(basedir, 'trial/target/evotrial/small')
says('2 PASS, 0 FAIL, 0 INCONCLUSIVE')
assert new File(output, 'results.json').text.contains('until progression, then a treatment holiday.') : "the policy's synopsis is missing"
assert new File(output, 'provenance.json').text.contains('org.example.holiday.HolidayPlugin') : "the plugin is missing"
def provenance = new groovy.json.JsonSlurper().parse(new File(output, 'provenance.json'))
[provenance.command, provenance.replayCommand].each {
    def jar = it =~ /--plugin (\S+)/
    assert jar.find() && new File(jar.group(1)).exists() : "the command does not name the plugin's jar: $it"
}
return true
