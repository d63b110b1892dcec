# `dotnet new xunit` with the lowest version of Microsoft.AspNetCore.Mvc.Testing, and the test of the testing package's page, on the README's program.
packed_testing_package_serves_a_test() {
  new_consumer xunit tests MiniApp.Testing || return 1
  add_package tests Microsoft.AspNetCore.Mvc.Testing 10.0.0 || return 1
  quietly tests-reference dotnet add "$consumers/tests" reference "$consumers/readme" || return 1
  rm "$consumers/tests/UnitTest1.cs"
  code_block WebApplicationFactory src/MiniApp.Testing/PACKAGE.md >"$consumers/tests/MeTests.cs" || return 1
  quietly tests-run env "${keys[@]}" dotnet test "$consumers/tests" "${strict[@]}" || return 1
  grep -oE 'Failed: +0, Passed: +1, Skipped: +0, Total: +1' "$consumers/tests-run.log"
}
