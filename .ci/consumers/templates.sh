# `dotnet new miniapp` from the feed, in each variant. The variants have the names that a project can have and a language can't, are built and
# tested in one go, as one solution, and each is started then, and called with what the packed tool signs with the keys of its own settings.
templates=$consumers/templates

templates_make_projects_that_work() {
  local variants=(
    "Shop --platform vk" "My-App 1 --platform vk --sessions" "9lives --platform telegram" "Мини --platform telegram --sessions"
    "class --platform max" "a.Task --platform max --sessions" "Program --platform all" "A&B --platform all --sessions"
  )
  local variant name platform faults=0
  mkdir -p "$templates"
  quietly templates-install new_template install "MiniApp.Templates@$version" --nuget-source "$feed" || return 1
  for variant in "${variants[@]}"; do
    # shellcheck disable=SC2086 # the options are words
    quietly templates-new new_template miniapp --no-restore -n "${variant%% --*}" -o "$templates/${variant%% --*}" --${variant#* --} || return 1
  done
  has_no_trace_of_the_template || return 1

  quietly templates-sln dotnet new sln -n variants --format slnx -o "$templates" || return 1
  find "$templates" -name '*.csproj' -print0 | xargs -0 dotnet sln "$templates/variants.slnx" add >"$consumers/templates-sln.log" || return 1
  # A namespace of an odd name has an underscore, which the strictest of users would not let pass.
  quietly templates-build dotnet build "$templates/variants.slnx" -warnaserror -p:AnalysisMode=All "-p:WarningsNotAsErrors=NU1603%3BCA1707" || return 1
  quietly templates-test dotnet test "$templates/variants.slnx" --no-build || return 1
  # Three tests a platform, and one of sessions.
  grep -oE 'Failed: +0, Passed: +[0-9]+' "$consumers/templates-test.log" | awk '{ n += $4 } END { print NR " test projects, " n " tests"; exit !(NR == 8 && n == 40) }' ||
    return 1

  for variant in "${variants[@]}"; do
    name=${variant%% --*}
    platform=${variant#*--platform }
    start_made "$name" Development || { faults=1; continue; }
    for platform in $(sed 's/all/vk telegram max/' <<<"${platform%% *}"); do
      judges_made_requests "$name" "$platform" || faults=1
    done
    stop
  done
  refuses_production Shop || faults=1
  return "$faults"
}

# Neither what is installed on this machine nor what this installs is seen by the other.
new_template() {
  dotnet new "$@" --debug:custom-hive "$templates/.hive"
}

# A switch or a name of the template's own that was left standing, or what is drawn for each project and would be everybody's.
has_no_trace_of_the_template() {
  ! grep -rnE '9f0d2f4f-6a57|3f1c3a1e-5c8e|MiniApp(Project|Namespace|XmlName)|[A-Z]_(VERSION|NAME|WORD)\b|#(if|else|endif)|/\*,\*/|\{\{[A-Z]' "$templates" --include='*.*' --exclude-dir=.hive
}

# Without the keys of the other consumers: it has its own.
start_made() {
  local keys=(ASPNETCORE_ENVIRONMENT="$2") folder=$templates/$1/src/$1
  start "templates-${1//[^a-zA-Z0-9]/_}" env -C "$folder" dotnet "$folder/bin/Debug/net10.0/$1.dll"
}

# What the platform signed gets in; the same with another user's id in it does not; and the page is there, for the platform's frame.
judges_made_requests() {
  local token good bad page
  token=$("$artifacts/tool/mini-app" sign --project "$templates/$1/src/$1" --platform "$2" --user-id "$user") || return 1
  good=$(curl -s -w ' %{http_code}' -H "Authorization: ${word[$2]} $token" "$address/me")
  bad=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: ${word[$2]} ${token/$user/1000043}" "$address/me")
  page=$(curl -s -o /dev/null -w '%{http_code} %header{content-security-policy}' "$address/")
  echo "$1, $2: $good, forged $bad, page $page"
  [[ $good == "{\"user\":\"$2:$user\"} 200" && $bad == 401 && $page == "200 frame-ancestors 'self' https://"* ]]
}

# The made-up keys are Development's: without real ones, a host does not start elsewhere.
refuses_production() {
  local log=$consumers/templates-production.log folder=$templates/$1/src/$1
  env -C "$folder" ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS=http://127.0.0.1:0 timeout 60 \
    dotnet "$folder/bin/Debug/net10.0/$1.dll" >"$log" 2>&1 && return 1
  grep -m1 'Fix it in code or in Authentication:Schemes:VkMiniApp' "$log"
}
