# The packed tool, installed as whoever uses it installs it, with the key of VK's own example.
packed_tool_verifies_what_it_signs() {
  local verdict
  quietly tool dotnet tool install MiniApp.Tool --version "$version" --tool-path "$artifacts/tool" --source "$feed" || return 1
  verdict=$(sign vk | env "${keys[@]}" "$artifacts/tool/mini-app" verify) || return 1
  echo "$verdict"
  [ "$verdict" = "{\"line\":1,\"ok\":true,\"userId\":$user,\"appId\":6736218}" ]
}
