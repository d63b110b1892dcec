# The program of docs/scale-out.md on two instances that share a Redis: a session of one is good on the other, and a launch is exchanged by one page.
redis_package_shares_sessions() {
  local port=$((20000 + RANDOM % 12000)) redis status=0
  new_consumer web shared VkMiniApp.AspNetCore MiniApp.AspNetCore.Redis || return 1
  code_block 'AddMiniAppRedis.*MapMiniAppSessions' docs/scale-out.md >"$consumers/shared/Program.cs" || return 1
  quietly shared-build dotnet build "$consumers/shared" "${strict[@]}" || return 1
  redis-server --port "$port" --bind 127.0.0.1 --save '' >"$consumers/redis.log" 2>&1 &
  redis=$!
  until grep -q 'Ready to accept connections' "$consumers/redis.log" || ! kill -0 "$redis" 2>/dev/null; do sleep 0.1; done
  # Otherwise it is somebody else who listens there.
  kill -0 "$redis" 2>/dev/null || { tail -3 "$consumers/redis.log"; return 1; }
  shares_sessions "127.0.0.1:$port" || status=1
  kill "$redis"
  wait "$redis" 2>/dev/null
  return "$status"
}

shares_sessions() {
  local program=(env "ConnectionStrings__redis=$1" dotnet "$consumers/shared/bin/Debug/net10.0/shared.dll")
  local first first_pid token session me thief status=0
  start shared-1 "${program[@]}" || return 1
  first=$address
  first_pid=$pid
  start shared-2 "${program[@]}" || { pid=$first_pid; stop; return 1; }
  for _ in $(seq 10); do
    token=$(sign vk)
    session=$(exchange "$first" "$token" binding-of-the-page)
    [[ $session == *accessToken* ]] && break
    sleep 1 # the memory began in this very second
  done
  me=$(curl -s -H "Authorization: Bearer $(sed -nE 's/.*"accessToken":"([^"]+)".*/\1/p' <<<"$session")" "$address/me")
  thief=$(exchange "$address" "$token" binding-of-the-thief -o /dev/null -w '%{http_code}')
  echo "on the other instance: $me; the launch with another binding: $thief; ready: $(curl -s "$address/healthz/ready")"
  [[ $me == "You are VK user $user." && $thief == 401 && $(curl -s "$address/healthz/ready") == Healthy ]] || status=1
  stop
  pid=$first_pid
  stop
  return "$status"
}

exchange() {
  local at=$1 token=$2 binding=$3
  shift 3
  curl -s -X POST -H "Authorization: Bearer $token" -H "Launch-Binding: $binding" "$@" "$at/session"
}
