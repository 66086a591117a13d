def log = new File(basedir, 'build.log').text
def says = { assert log.contains(it) : "build.log does not say: $it" }
def isSilentOn = { assert !log.contains(it) : "build.log says: $it" }
def output = new File(basedir, 'target/evotrial/small')
['results.json', 'provenance.json', 'effective-config.json', 'replicates.csv.gz', 'acceptance.xml', 'index.html'].each {
    assert new File(output, it).length() > 0 : "$it is missing"
}
says('2 PASS, 0 FAIL, 0 INCONCLUSIVE')
def suite = new groovy.xml.XmlSlurper().parse(new File(output, 'acceptance.xml'))
assert suite.@tests == '2'
assert suite.@failures == '0'
assert suite.testcase.size() == 2
// Nothing of the logging library complains, although Maven brings an older one.
isSilentOn('SLF4J')
isSilentOn('NoSuchMethodError')
return true
