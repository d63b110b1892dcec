using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace TestSupport;

/// <summary>What policies and attributes demand of init data, asked of users whom the real handler signed in.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataPolicyTests<TPlatform> : InitDataSchemeTests<TPlatform>, IAsyncLifetime
    where TPlatform : IInitDataPlatform
{
    private TestApp _app = null!;

#pragma warning disable CA1000 // A theory's data is a static member of its class.
    public static TheoryData<string, bool> Demands => new(TPlatform.Demands.Select(demand => (demand.Key, demand.Value.IsMet)));
#pragma warning restore CA1000

    public async ValueTask InitializeAsync() => _app = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task Demand_is_met_by_the_launch_that_says_so_and_by_no_other(string demand, bool isMet)
    {
        var user = await _app.SignInByHeaderAsync(TPlatform.DemandedHeader);

        var byPolicy = await AuthorizeAsync(user, TPlatform.Demands[demand].Policy);
        var byAttribute = await AuthorizeAsync(user, policy => policy.AddRequirements([.. TPlatform.Demands[demand].Attribute.GetRequirements()]));

        Assert.Equal((isMet, isMet), (byPolicy.Succeeded, byAttribute.Succeeded));
        Assert.Equal(TPlatform.Demands[demand].Refusal ?? "", Reasons(byPolicy));
        Assert.Equal(Reasons(byPolicy), Reasons(byAttribute));
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task Session_counts_as_the_launch_and_claims_from_anybody_else_for_nothing(string demand, bool isMet)
    {
        var policy = TPlatform.Demands[demand].Policy;
        var user = await _app.SignInByHeaderAsync(TPlatform.DemandedHeader);
        var ticket = TicketSerializer.Default.Serialize(new AuthenticationTicket(user, "session"));
        var copies = user.Claims.Select(claim => new Claim(claim.Type, claim.Value, claim.ValueType, claim.Issuer, originalIssuer: "somebody"));

        Assert.Equal(isMet, (await AuthorizeAsync(TicketSerializer.Default.Deserialize(ticket)!.Principal, policy)).Succeeded);
        Assert.False((await AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity(copies, "test")), policy)).Succeeded);
        Assert.False((await AuthorizeAsync(new ClaimsPrincipal(), policy)).Succeeded);
    }

    [Fact]
    public async Task Attribute_guards_an_endpoint()
    {
        await using var app = await TestApp.StartWithAsync(
            builder => Add(builder.Services.AddAuthentication(), TPlatform.Scheme),
            app =>
            {
                app.MapGet("/ru", () => "").WithMetadata(TPlatform.Demands["this language"].Attribute);
                app.MapGet("/en", () => "").WithMetadata(TPlatform.Demands["another language"].Attribute);
            });

        Assert.Equal(200, (await app.GetAsync("/ru", TPlatform.DemandedHeader)).Status);
        Assert.Equal(403, (await app.GetAsync("/en", TPlatform.DemandedHeader)).Status);
        Assert.Equal(401, (await app.GetAsync("/ru")).Status);
    }

    private static string Reasons(AuthorizationResult result) =>
        string.Join(' ', result.Failure?.FailedRequirements.Select(requirement => requirement.ToString()) ?? []);

    private Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, Action<AuthorizationPolicyBuilder> demand)
    {
        var policy = new AuthorizationPolicyBuilder();
        demand(policy);
        return _app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, null, policy.Build());
    }
}
