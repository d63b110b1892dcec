using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace TestSupport;

/// <summary>The user that a launch makes, and what an application can ask of it.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataPrincipalTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Fact]
    public async Task Identity_is_named_by_platform_and_user_and_typed_by_the_scheme()
    {
        await using var app = await TestApp.StartWithAsync(builder => Add(builder.Services.AddAuthentication(), "second"));
        var identity = Assert.Single((await app.SignInByHeaderAsync(Good())).Identities);

        Assert.True(identity.IsAuthenticated);
        Assert.Equal(("second", Name()), (identity.AuthenticationType, identity.Name));
        Assert.Equal(ClaimTypes.NameIdentifier, identity.NameClaimType);
        Assert.All(identity.Claims, claim => Assert.Same(identity, claim.Subject));
        Assert.All(identity.Claims, claim => Assert.Equal(ClaimValueTypes.String, claim.ValueType));
    }

    [Fact]
    public async Task Claims_are_issued_by_the_platform()
    {
        await using var app = await StartAsync();
        await using var renamed = await StartAsync(options => options.ClaimsIssuer = "my app");
        await using var unnamed = await StartAsync(options => options.ClaimsIssuer = null);

        await AssertIssuerAsync(app, TPlatform.Issuer);
        await AssertIssuerAsync(renamed, "my app");
        await AssertIssuerAsync(unnamed, TPlatform.Scheme);

        static async Task AssertIssuerAsync(TestApp app, string issuer) => Assert.All(
            (await app.SignInByHeaderAsync(Good())).Claims,
            claim => Assert.Equal((issuer, TPlatform.Issuer), (claim.Issuer, claim.OriginalIssuer)));
    }

    [Fact]
    public async Task Init_data_survives_every_kind_of_copy()
    {
        await using var app = await StartAsync();
        var user = await app.SignInByHeaderAsync(Good());
        var initData = TPlatform.InitDataOf(user);
        ClaimsPrincipal[] copies =
        [
            user.Clone(),
            user.Clone().Clone(),
            new(user.Identities.Single().Clone()),
            new([new ClaimsIdentity("cookie"), user.Identities.Single()]),
            new(user.Identities.Append(new ClaimsIdentity())),
        ];

        Assert.NotNull(initData);
        Assert.All(copies, copy => Assert.Same(initData, TPlatform.InitDataOf(copy)));
        Assert.All(copies, copy => Assert.Equal(42, TPlatform.UserIdOf(copy)));
        Assert.Equal(Text(user), Text(user.Clone()));
        Assert.Equal(Name(), user.Clone().Identity!.Name);
    }

    [Fact]
    public async Task Init_data_survives_a_claims_transformation()
    {
        await using var app = await TestApp.StartWithAsync(builder => Add(
            builder.Services.AddTransient<IClaimsTransformation, RoleFromDatabase>().AddAuthentication(), TPlatform.Scheme));
        var user = await app.SignInByHeaderAsync(Good());

        Assert.True(user.IsInRole("owner"));
        Assert.NotNull(TPlatform.InitDataOf(user));
        Assert.Equal(42, TPlatform.UserIdOf(user));
    }

    [Theory]
    [InlineData("42", 42L)]
    [InlineData("9223372036854775807", 9223372036854775807)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-42", null)]
    [InlineData(" 42", null)]
    [InlineData("4_2", null)]
    [InlineData("\u0664\u0662", null)]
    [InlineData("", null)]
    public void User_id_is_read_from_any_identity_that_carries_one_in_digits(string value, long? expected)
    {
        var identity = new ClaimsIdentity([new Claim(TPlatform.Prefix + "_user_id", value)], "cookie");
        var cookie = new ClaimsPrincipal([new ClaimsIdentity("first"), identity]);

        Assert.Equal(expected, TPlatform.UserIdOf(cookie));
        Assert.Null(TPlatform.InitDataOf(cookie));
    }

    [Fact]
    public void Users_of_other_schemes_have_neither_an_id_nor_init_data()
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, Name()), new("vk_user_id", "42"), new("user_id", "42")];
        ClaimsPrincipal[] others = [new(), new(new ClaimsIdentity()), new(new ClaimsIdentity(claims, "cookie"))];

        Assert.All(others, other => Assert.Null(TPlatform.UserIdOf(other)));
        Assert.All(others, other => Assert.Null(TPlatform.InitDataOf(other)));
    }

    [Fact]
    public void No_principal_is_a_fault_of_the_caller()
    {
        ClaimsPrincipal nobody = null!;

        Assert.Equal("principal", Assert.Throws<ArgumentNullException>(() => TPlatform.UserIdOf(nobody)).ParamName);
        Assert.Equal("principal", Assert.Throws<ArgumentNullException>(() => TPlatform.InitDataOf(nobody)).ParamName);
    }

    private static string Text(ClaimsPrincipal user) => string.Join('\n', user.Claims);

    private sealed class RoleFromDatabase : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            var copy = principal.Clone();
            copy.AddIdentity(new ClaimsIdentity([new Claim(ClaimTypes.Role, "owner")]));
            return Task.FromResult(copy);
        }
    }
}
