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

# One good request, and the same with another user's id in it; then it ends by itself when it is told to.
serves_at_the_edge() {
  local name=$1 program=$2 token good bad status
  token=$(sign vk) || return 1
  start "$name" "$program" serve --listen http://127.0.0.1:0 --claim vk_app_id || return 1
  good=$(curl -s -D - -o /dev/null -H "Authorization: Bearer $token" "$address/auth" | tr -d '\r')
  bad=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer ${token/$user/1000043}" "$address/auth")
  kill -TERM "$pid"
  wait "$pid"
  status=$?
  echo "good: $(grep -E '^(HTTP|X-MiniApp)' <<<"$good" | paste -sd ' '), forged $bad, ended with $status"
  [[ $good == *"X-MiniApp-Subject: vk:$user"* && $good == *"X-MiniApp-Vk-App-Id: 6736218"* && $bad == 401 && $status == 0 ]]
}
