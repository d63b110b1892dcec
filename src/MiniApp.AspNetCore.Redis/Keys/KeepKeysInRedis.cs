using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Has Data Protection keep its keys in Redis, unless the application chose a place.</summary>
internal sealed class KeepKeysInRedis(IOptions<MiniAppRedisOptions> options, RedisKeyRepository repository) : IPostConfigureOptions<KeyManagementOptions>
{
    public void PostConfigure(string? name, KeyManagementOptions keys)
    {
        if (options.Value.KeepsDataProtectionKeys)
        {
            keys.XmlRepository ??= repository;
        }
    }
}
