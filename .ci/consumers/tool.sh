# The packed tool, installed as whoever uses it installs it, with the key of VK's own example. What is no launch goes to `inspect`: it is
# good for its user, and for nobody else.
packed_tool_verifies_what_it_signs() {
  local verdict platform
  quietly tool dotnet tool install MiniApp.Tool --version "$version" --tool-path "$artifacts/tool" --source "$feed" || return 1
  verdict=$(sign vk | env "${keys[@]}" "$artifacts/tool/mini-app" verify) || return 1
  echo "$verdict"
  [ "$verdict" = "{\"line\":1,\"ok\":true,\"userId\":$user,\"appId\":6736218}" ] || return 1
  explains_what_it_signs payment || return 1
  for platform in vk telegram max; do
    explains_what_it_signs contact --platform "$platform" --phone 79990000000 || return 1
  done
  explains_what_it_signs hash --request-id order-17
}

# `explains_what_it_signs contact --platform max --phone 79990000000`
explains_what_it_signs() {
  local kind=$1 tool=(env "${keys[@]}" "$artifacts/tool/mini-app") proof verdict other
  proof=$("${tool[@]}" sign "$@" --user-id "$user") || return 1
  if [ "$kind" = payment ]; then
    other=$("${tool[@]}" inspect --json "${proof/$user/1000043}")
    verdict=$("${tool[@]}" inspect --json "$proof")
  else
    other=$("${tool[@]}" inspect --json --user-id 1000043 "$proof")
    verdict=$("${tool[@]}" inspect --json --user-id "$user" "$proof")
  fi
  echo "$kind: $(grep -o '"verdict":"[a-z]*"' <<<"$verdict"), of another user $(grep -o '"reason":"[a-z_]*"' <<<"$other")"
  [[ $verdict == *"\"kind\":\"$kind\""*"\"userId\":$user,"*'"verdict":"good"'* && $other == *'"verdict":"refused"'* ]]
}
