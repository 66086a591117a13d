def log = new File(basedir, 'build.log').text
def says = { assert log.contains(it) : "build.log does not say: $it" }
assert log.split('MojoFailureException', -1).size() > 2 : 'both goals fail the build'
says('There are no trial files in')
says('evotrial.failIfNoTrials')
says('[WARNING] There are no trial files in')
return true
