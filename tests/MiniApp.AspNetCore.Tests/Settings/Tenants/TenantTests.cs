using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Options of each tenant under one name of a scheme, in a cache of the application's own.</summary>
public class TenantTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public Task Tenant_without_keys_is_refused_where_the_cache_was_added_first(string name) => RefuseAsync(name, isFirst: true);

    [Theory]
    [MemberData(nameof(Platforms))]
    public Task Tenant_without_keys_is_refused_where_the_cache_was_added_last(string name) => RefuseAsync(name, isFirst: false);

    [Fact]
    public async Task Tenants_of_the_page_have_their_own_keys_or_none()
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.AddHttpContextAccessor();
            builder.Services.AddSingleton<CurrentTenant>();
            builder.Services.AddSingleton<TenantKeys>();
            builder.Services.AddSingleton<IOptionsMonitorCache<VkMiniAppOptions>, TenantOptionsCache<VkMiniAppOptions>>();
            builder.Services.AddAuthentication().AddVkMiniApp<TenantKeys>((options, keys) => keys.Set(options));
        });
        var platform = PlatformScheme.Of("VkMiniApp");

        foreach (var host in new[] { "a.example.org", "A.Example.org" })
        {
            Assert.Equal(200, (await GetAsync(host, "a's key")).Status);
            Assert.Equal(401, (await GetAsync(host, "another")).Status);
        }

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => GetAsync("b.example.org", "a's key"));
        Assert.Contains("AppId is missing.", exception.Message, StringComparison.Ordinal);

        Task<Reply> GetAsync(string host, string key) => app.GetAsync("/me", context =>
        {
            context.Request.Host = new HostString(host);
            context.Request.Headers.Authorization = platform.Header(platform.SignedBy(key));
        });
    }

    [Fact]
    public async Task Schemes_of_the_page_are_chosen_by_the_tenant()
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.AddAuthentication("tenant")
                .AddPolicyScheme("tenant", displayName: null, options =>
                    options.ForwardDefaultSelector = context =>
                        string.Equals(context.Request.Host.Host, "a.example.org", StringComparison.OrdinalIgnoreCase) ? "vk-a" : "vk-b")
                .AddVkMiniApp("vk-a", options => options.AddApp(6736218, "a's key"))
                .AddVkMiniApp("vk-b", options => options.AddApp(6736218, "b's key"));
        });
        var platform = PlatformScheme.Of("VkMiniApp");

        foreach (var (host, key, status) in new[]
        {
            ("a.example.org", "a's key", 200), ("a.example.org", "b's key", 401), ("b.example.org", "b's key", 200), ("b.example.org", "a's key", 401),
            ("A.Example.org", "a's key", 200), ("A.Example.org", "b's key", 401),
        })
        {
            var reply = await app.GetAsync("/me", context =>
            {
                context.Request.Host = new HostString(host);
                context.Request.Headers.Authorization = platform.Header(platform.SignedBy(key));
            });
            Assert.Equal(status, reply.Status);
        }
    }

    [Fact]
    public void Page_shows_the_code_that_is_tested_here()
    {
        var page = Repository.Read("docs/settings.md");

        foreach (var type in new[] { nameof(CurrentTenant), nameof(TenantKeys), "TenantOptionsCache", nameof(IVault), nameof(VaultKeys) })
        {
            var code = Repository.Read($"tests/MiniApp.AspNetCore.Tests/Settings/Tenants/{type}.cs");
            Assert.Contains(code[code.IndexOf("/// <summary>", StringComparison.Ordinal)..].TrimEnd(), page, StringComparison.Ordinal);
        }
    }

    private static async Task RefuseAsync(string name, bool isFirst)
    {
        var platform = PlatformScheme.Of(name);
        var (ofA, ofB) = (platform.Secret("of-a"), platform.Secret("of-b"));
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = ofA };
        var tenant = new CurrentTenant(new HttpContextAccessor());
        var store = new SecretStore("") { Source = () => tenant.Id is { } id ? secrets[id] : throw new InvalidOperationException("No tenant.") };
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.AddHttpContextAccessor().AddSingleton(tenant).AddSingleton(store);
            if (isFirst)
            {
                platform.AddTenants(builder.Services);
            }

            platform.AddStored(builder.Services.AddAuthentication());
            if (!isFirst)
            {
                platform.AddTenants(builder.Services);
            }
        });

        Assert.Equal(200, await GetAsync("a", ofA));
        Assert.Equal(401, await GetAsync("a", ofB));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => GetAsync("b", ofA));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => GetAsync("b", ofB));

        secrets["b"] = ofB;
        Assert.Equal((401, 200), (await GetAsync("b", ofA), await GetAsync("b", ofB)));
        Assert.Equal((200, 401), (await GetAsync("a", ofA), await GetAsync("a", ofB)));

        secrets["b"] = "";
        store.TellNews();
        Assert.Equal(200, await GetAsync("a", ofA));
        await Assert.ThrowsAnyAsync<Exception>(() => GetAsync("b", ofB));
        await Assert.ThrowsAnyAsync<Exception>(() => GetAsync("b", ofA));

        async Task<int> GetAsync(string id, string secret) => (await app.GetAsync("/me", context =>
        {
            context.Request.Host = new HostString(id);
            context.Request.Headers.Authorization = platform.Header(platform.SignedBy(secret));
        })).Status;
    }
}
