using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Accounts.Tests;

/// <summary>Stands in for <c>id.vk.com</c>: a code that is good with its <c>device_id</c>, and refusals with the status 200.</summary>
internal sealed class FakeVkId : FakeProvider
{
    public const string ClientId = "51000002";

    private const string DeviceId = "device_id-of-the-browser";

    /// <summary>What the address of the user's information answers.</summary>
    public string UserInfo { get; set; } = """{"user":{"user_id":"42","first_name":"Ada","last_name":"L."}}""";

    public static async Task<FakeVkId> StartNewAsync()
    {
        var vk = new FakeVkId();
        await vk.StartAsync();
        return vk;
    }

    protected override Dictionary<string, string?> Answer(string code, string state) =>
        new(base.Answer(code, state), StringComparer.Ordinal) { ["device_id"] = DeviceId, ["type"] = "code_v2", ["expires_in"] = "600" };

    protected override void Map(WebApplication app)
    {
        app.MapPost("/oauth2/auth", async (HttpRequest request) =>
            await IsGoodAsync(request) && Exchanged["device_id"] == DeviceId && !Exchanged.ContainsKey("client_secret")
                ? Results.Ok(new { access_token = "access", refresh_token = "refresh", token_type = "Bearer", expires_in = 3600, user_id = 42, state = Exchanged["state"] })
                : Results.Ok(new { error = "invalid_grant", error_description = "code is invalid or expired" }));
        app.MapPost("/oauth2/user_info", async (HttpRequest request) =>
            (await request.ReadFormAsync()) is var form && form["access_token"] == "access" && form["client_id"] == ClientId
                ? Results.Text(UserInfo, "application/json")
                : Results.Ok(new { error = "invalid_token", error_description = "access_token is missing or invalid" }));
    }
}
