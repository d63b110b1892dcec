# A platform's package of this version on a newer base that has closed its internals to it: restore says no, or a good launch gets in.
# What must not be is a build without a warning that fails at run time.
mixed_versions_fail_at_restore_or_work() {
  local base id
  mkdir "$consumers/newer-src" && cp -r src Directory.* BannedSymbols.txt global.json .editorconfig "$consumers/newer-src" || return 1
  find "$consumers/newer-src" -type d '(' -name bin -o -name obj ')' -prune -exec rm -rf {} +
  sed -i '/<InternalsVisibleTo Include="\(Vk\|Telegram\|Max\)MiniApp.AspNetCore"/d' "$consumers"/newer-src/src/*/*.csproj
  for base in MiniApp MiniApp.AspNetCore; do
    quietly newer dotnet pack "$consumers/newer-src/src/$base" -c Release -p:RunAnalyzers=false -p:Version="$newer_version" -o "$newer" || return 1
  done

  new_consumer web mixed VkMiniApp.AspNetCore || return 1
  for id in MiniApp MiniApp.AspNetCore; do
    add_package mixed "$id" "$newer_version" || return 1
  done
  program vk >"$consumers/mixed/Program.cs" || return 1
  if ! dotnet restore "$consumers/mixed" >"$consumers/mixed-restore.log" 2>&1; then
    grep -oEm1 'NU1107|NU1605|NU1608' "$consumers/mixed-restore.log"
    return
  fi
  quietly mixed-build dotnet build "$consumers/mixed" --no-restore || return 1
  start mixed dotnet "$consumers/mixed/bin/Debug/net10.0/mixed.dll" || return 1
  judges_requests vk
  local status=$?
  stop
  return "$status"
}
