# The server for proxies, as whoever runs it has it. What it does behind a real nginx is tested in tests/MiniApp.Tool.Tests.
packed_tool_serves_at_the_edge() {
  serves_at_the_edge edge "$artifacts/tool/mini-app"
}

native_tool_serves_at_the_edge() {
  local out=$consumers/native-tool
  quietly native-tool dotnet publish src/MiniApp.Tool -r linux-x64 -p:PublishAot=true -p:RunAnalyzers=false -o "$out" || return 1
  ! grep -E 'warning|IL[0-9]{4}' "$consumers/native-tool.log" || return 1
  serves_at_the_edge native-edge "$out/MiniApp.Tool"
}

# A good request of each platform, and the same with another user's id in it; then it ends by itself when it is told to.
serves_at_the_edge() {
  local name=$1 program=$2 platform token good bad status faults=0
  start "$name" "$program" serve --listen http://127.0.0.1:0 --claim vk_app_id || return 1
  for platform in vk telegram max; do
    token=$(sign "$platform") || return 1
    good=$(curl -s -D - -o /dev/null -H "Authorization: ${word[$platform]} $token" "$address/auth" | tr -d '\r')
    bad=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: ${word[$platform]} ${token/$user/1000043}" "$address/auth")
    echo "good: $(grep -E '^(HTTP|X-MiniApp)' <<<"$good" | paste -sd ' '), forged $bad"
    [[ $good == *"X-MiniApp-Subject: $platform:$user"* && $bad == 401 ]] || faults=$((faults + 1))
    [[ $platform != vk || $good == *"X-MiniApp-Vk-App-Id: 6736218"* ]] || faults=$((faults + 1))
  done
  kill -TERM "$pid"
  wait "$pid"
  status=$?
  echo "ended with $status"
  [[ $faults == 0 && $status == 0 ]]
}
