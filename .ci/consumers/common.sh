# What the checks of this folder share. A consumer is the project of somebody who installs the packages: none of the solution's settings
# apply to it, and of the packages it gets those of this run.

consumers=$artifacts/consumers
feed=$consumers/feed
newer=$consumers/newer-feed
version=0.1.0-ci.$(date +%s) # no cache has seen it
newer_version=0.2.0${version#0.1.0}
user=1000042
keys=(
  Authentication__Schemes__VkMiniApp__AppId=6736218
  Authentication__Schemes__VkMiniApp__AppSecret=wvl68m4dR1UpLrVRli # of VK's own example
  Authentication__Schemes__TelegramMiniApp__BotToken=51000001:a-token-of-nobodys-bot
  Authentication__Schemes__MaxMiniApp__BotToken=a-token-of-nobodys-bot
)
declare -A package=([vk]=VkMiniApp.AspNetCore [telegram]=TelegramMiniApp.AspNetCore [max]=MaxMiniApp.AspNetCore)
declare -A word=([vk]=Bearer [telegram]=tma [max]=max)

# No warning, but that a registry has not the very version which somebody else's package asks for as its lowest.
strict=(-warnaserror -p:WarningsNotAsErrors=NU1603)

# Runs a command whose words are of interest only if it fails.
quietly() {
  local log=$consumers/$1.log
  shift
  "$@" >"$log" 2>&1 || { grep -E 'error|warn' "$log" | sort -u | head -20 | grep . || tail -20 "$log"; return 1; }
}

# A project of one of the SDK's templates, with packages of this run: `new_consumer web shop VkMiniApp.AspNetCore`.
new_consumer() {
  local template=$1 name=$2 id
  shift 2
  quietly "$name-new" dotnet new "$template" --no-restore -o "$consumers/$name" || return 1
  for id in "$@"; do
    add_package "$name" "$id" "$version" || return 1
  done
}

add_package() {
  quietly "$1-add" dotnet add "$consumers/$1" package "$2" --version "$3" --no-restore
}

# The first C# block of these pages that matches: `code_block 'AddOpenApi' docs/openapi.md`.
code_block() {
  local pattern=$1
  shift
  awk -v pattern="$pattern" '
    /^```csharp/ { inside = 1; text = ""; next }
    /^```/ { if (inside && text ~ pattern) { printf "%s", text; found = 1; exit } inside = 0 }
    inside { text = text $0 "\n" }
    END { exit !found }' "$@"
}

# The program that the README or the platform's own page begins with.
program() {
  code_block "Program[.]cs.*Add${package[$1]%.AspNetCore}[(][)];" README.md "docs/$1.md"
}

sign() {
  env "${keys[@]}" "$artifacts/tool/mini-app" sign --platform "$1" --user-id "$user"
}

# Starts a program on a port of its own choice; $address is where it listens, $pid what to stop.
start() {
  local log=$consumers/$1.run.log
  shift
  env "${keys[@]}" ASPNETCORE_URLS=http://127.0.0.1:0 "$@" >"$log" 2>&1 &
  pid=$!
  for _ in $(seq 300); do
    address=$(grep -oEm1 'http://127\.0\.0\.1:[0-9]+' "$log") && return
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  tail -20 "$log"
  stop
  return 1
}

stop() {
  kill "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  return 0
}

# What the platform signed gets in; the same with another user's id in it does not.
judges_requests() {
  local token good bad
  token=$(sign "$1") || return 1
  good=$(curl -s -w ' %{http_code}' -H "Authorization: ${word[$1]} $token" "$address/me")
  bad=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: ${word[$1]} ${token/$user/1000043}" "$address/me")
  echo "$1: $good, forged $bad"
  [[ $good == "You are "*" user $user. 200" && $bad == 401 ]]
}

# A template's projects are its user's, not ours.
projects_in() {
  find "$@" -name '*.csproj' -not -path 'src/MiniApp.Templates/content/*' | sort
}

projects_in_src() {
  projects_in src | xargs -n 1 basename -s .csproj
}
