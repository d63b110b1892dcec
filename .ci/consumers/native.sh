# The program of a platform's page, compiled ahead of time without a warning: `published_program_answers vk`.
published_program_answers() {
  local platform=$1 name=native-$1 binary status
  new_consumer web "$name" "${package[$platform]}" || return 1
  program "$platform" >"$consumers/$name/Program.cs" || return 1
  quietly "$name-publish" dotnet publish "$consumers/$name" -r linux-x64 --self-contained -p:PublishAot=true -o "$consumers/$name/out" || return 1
  ! grep -E 'warning|IL[0-9]{4}' "$consumers/$name-publish.log" || return 1
  binary=$consumers/$name/out/$name
  start "$name" "$binary" || return 1
  judges_requests "$platform"
  status=$?
  echo "$(du -bc --exclude='*.dbg' "$consumers/$name/out" | awk 'END { printf "%.1f MB", $1 / 1e6 }') on disk," \
    "$(awk '/VmRSS/ { printf "%.0f MB", $2 / 1024 }' "/proc/$pid/status") in memory"
  stop
  return "$status"
}
