# The tests that compile every C# block of the pages, in a project that has the packages and not the projects.
pages_compile_against_the_packages() {
  cp -r .ci/consumers/pages "$consumers" || return 1
  quietly pages-build dotnet build "$consumers/pages" -p:MiniAppVersion="$version" || return 1
  quietly pages dotnet "$consumers/pages/bin/Debug/net10.0/Pages.dll" -method '*.Every_csharp_block_compiles_without_a_warning' || return 1
  grep -E 'Total: [1-9][0-9]*, .*Failed: 0' "$consumers/pages.log"
}
