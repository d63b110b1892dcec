# The code of docs/openapi.md in a project of one template, `web` or `webapi`: the latter demands a version of Microsoft.AspNetCore.OpenApi
# itself, the former has only what the package brings.
openapi_document_is_served() {
  local name=openapi-$1 document status=0
  new_consumer "$1" "$name" VkMiniApp.AspNetCore MiniApp.AspNetCore.OpenApi || return 1
  {
    echo 'var builder = WebApplication.CreateBuilder(args);'
    code_block 'AddMiniAppSecurity[(][)]' docs/openapi.md || return 1
    echo 'var app = builder.Build();'
    echo 'app.MapOpenApi();'
    echo 'app.MapGet("/me", () => "It is you.").RequireAuthorization();'
    echo 'app.Run();'
  } >"$consumers/$name/Program.cs"
  quietly "$name-build" dotnet build "$consumers/$name" "${strict[@]}" || return 1
  start "$name" dotnet "$consumers/$name/bin/Debug/net10.0/$name.dll" || return 1
  document=$(curl -s "$address/openapi/v1.json" | tr -d ' \r\n')
  for part in '"securitySchemes":{"VkMiniApp":{"type":"http",' '"scheme":"bearer"' '"security":[{"VkMiniApp":[]}]' '"401":{"description":"Unauthorized"'; do
    [[ $document == *"$part"* ]] || { echo "no $part in $document"; status=1; }
  done
  stop
  return "$status"
}
