# Packages of the three platforms in this version on a newer base, in which whatever may change has: each internal type has another name, and
# there is a public one more. Restore says no, or a good launch gets in. What must not be is a build without a warning that fails at run time.
mixed_versions_fail_at_restore_or_work() {
  local base id platform status=0
  mkdir "$consumers/newer-src" && cp -r src Directory.* BannedSymbols.txt global.json .editorconfig "$consumers/newer-src" || return 1
  find "$consumers/newer-src" -type d '(' -name bin -o -name obj ')' -prune -exec rm -rf {} +
  for base in MiniApp MiniApp.AspNetCore; do
    rename_internal_types "$consumers/newer-src/src/$base" "tests/$base.Tests/PublicApi.approved.txt" || return 1
    printf 'namespace %s;\n\n/// <summary>What the older version has not.</summary>\npublic static class Newer;\n' "$base" \
      >"$consumers/newer-src/src/$base/Newer.cs"
    quietly newer dotnet pack "$consumers/newer-src/src/$base" -c Release -p:RunAnalyzers=false -p:Version="$newer_version" -o "$newer" || return 1
  done

  new_consumer web mixed "${package[@]}" || return 1
  for id in MiniApp MiniApp.AspNetCore; do
    add_package mixed "$id" "$newer_version" || return 1
  done
  cat >"$consumers/mixed/Program.cs" <<'END'
using System.Security.Claims;
using MaxMiniApp.AspNetCore;
using TelegramMiniApp.AspNetCore;
using VkMiniApp.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication().AddVkMiniApp().AddTelegramMiniApp().AddMaxMiniApp();
builder.Services.AddAuthorization();

var app = builder.Build();
app.MapGet("/me", (ClaimsPrincipal user) =>
        $"You are {user.Identity!.AuthenticationType} user {user.GetVkUserId() ?? user.GetTelegramUserId() ?? user.GetMaxUserId()}.")
    .RequireAuthorization(policy => policy
        .AddAuthenticationSchemes("VkMiniApp", "TelegramMiniApp", "MaxMiniApp").RequireAuthenticatedUser());
app.Run();
END
  if ! dotnet restore "$consumers/mixed" >"$consumers/mixed-restore.log" 2>&1; then
    grep -oEm1 'NU1107|NU1605|NU1608' "$consumers/mixed-restore.log"
    return
  fi
  quietly mixed-build dotnet build "$consumers/mixed" --no-restore || return 1
  start mixed dotnet "$consumers/mixed/bin/Debug/net10.0/mixed.dll" || return 1
  for platform in vk telegram max; do
    judges_requests "$platform" || status=1
  done
  stop
  return "$status"
}

# Those of more than one word, of which no public name consists: a word that is a type's name alone is no other member's.
rename_internal_types() {
  local folder=$1 approved=$2 names
  names=$(grep -rhoE '^internal .*\b(class|struct|record|interface|enum) [A-Z][a-z0-9]+[A-Z]\w*' "$folder" --include='*.cs' \
    | awk '{ print $NF }' | sort -u | while read -r name; do grep -qw "$name" "$approved" || echo "$name"; done)
  [ -n "$names" ] || return 1
  echo "$(wc -l <<<"$names") internal types of $(basename "$folder") renamed"
  find "$folder" -name '*.cs' -exec sed -i -E "s/\b($(paste -sd'|' <<<"$names"))\b/Newer\1/g" {} +
}
