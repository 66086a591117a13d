def log = new File(basedir, 'build.log').text
def output = new File(basedir, 'target/evotrial/small')
assert log.contains('MojoFailureException')
assert !log.contains('MojoExecutionException')
assert log.contains('small: FAIL: rejectionProbability (hypothesis superiority) at least 0.99')
assert new File(output, 'results.json').exists()
assert new File(output, 'index.html').exists()
def suite = new groovy.xml.XmlSlurper().parse(new File(output, 'acceptance.xml'))
assert suite.@failures == '1'
assert suite.testcase.failure.size() == 1
return true
