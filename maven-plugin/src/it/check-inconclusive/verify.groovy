def log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] INCONCLUSIVE: ')
assert log.contains('replicates would decide')
assert log.contains('small: INCONCLUSIVE: rejectionProbability (hypothesis superiority) at least 0.8')
assert log.contains('evotrial is skipped')
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/evotrial/small/acceptance.xml'))
assert suite.@failures == '1'
assert suite.testcase.failure.@message.text().startsWith('INCONCLUSIVE')
return true
