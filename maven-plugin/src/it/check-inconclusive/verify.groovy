def log = new File(basedir, 'build.log').text
def says = { assert log.contains(it) : "build.log does not say: $it" }
says('[WARNING] INCONCLUSIVE: ')
says('replicates would decide')
says('small: INCONCLUSIVE: rejectionProbability (hypothesis superiority) at least 0.8')
says('evotrial is skipped')
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/evotrial/small/acceptance.xml'))
assert suite.@failures == '1'
assert suite.testcase.failure.@message.text().startsWith('INCONCLUSIVE')
return true
