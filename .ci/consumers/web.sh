# `dotnet new web` with the program of the README.
readme_program_answers() {
  new_consumer web readme VkMiniApp.AspNetCore || return 1
  program vk >"$consumers/readme/Program.cs" || return 1
  quietly readme-build dotnet build "$consumers/readme" "${strict[@]}" || return 1
  start readme dotnet "$consumers/readme/bin/Debug/net10.0/readme.dll" || return 1
  judges_requests vk
  local status=$?
  stop
  return "$status"
}
