def log = new File(basedir, 'build.log').text
def output = new File(basedir, 'trial/target/evotrial/small')
assert log.contains('2 PASS, 0 FAIL, 0 INCONCLUSIVE')
assert new File(output, 'results.json').text.contains('until progression, then a treatment holiday.')
assert new File(output, 'provenance.json').text.contains('org.example.holiday.HolidayPlugin')
return true
