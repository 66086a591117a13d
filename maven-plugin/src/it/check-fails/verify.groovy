def log = new File(basedir, 'build.log').text
def says = { assert log.contains(it) : "build.log does not say: $it" }
def isSilentOn = { assert !log.contains(it) : "build.log says: $it" }
def output = new File(basedir, 'target/evotrial/small')
says('MojoFailureException')
isSilentOn('MojoExecutionException')
says('small: FAIL: rejectionProbability (hypothesis superiority) at least 0.99')
assert new File(output, 'results.json').exists()
assert new File(output, 'index.html').exists()
def suite = new groovy.xml.XmlSlurper().parse(new File(output, 'acceptance.xml'))
assert suite.@failures == '1'
assert suite.testcase.failure.size() == 1
return true
