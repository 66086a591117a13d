def log = new File(basedir, 'build.log').text
assert log.contains('small.json:16:34')
assert log.contains('/design/arms/0/role')
assert log.contains('did you mean "control"?')
assert log.contains('MojoExecutionException')
assert !log.contains('MojoFailureException')
assert !new File(basedir, 'target/evotrial').exists()
return true
