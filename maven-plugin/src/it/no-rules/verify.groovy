def log = new File(basedir, 'build.log').text
def says = { assert log.contains(it) : "build.log does not say: $it" }
says('evotrial.failIfNoRules')
says('nothing was judged')
def provenance = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/evotrial/small/provenance.json'))
assert provenance.seed == 3
assert provenance.threads == 1
assert provenance.replicatesRequested == 20
return true
