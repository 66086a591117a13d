def log = new File(basedir, 'build.log').text
assert log.count('MojoFailureException') >= 2
assert log.contains('There are no trial files in')
assert log.contains('evotrial.failIfNoTrials')
assert log.contains('[WARNING] There are no trial files in')
return true
