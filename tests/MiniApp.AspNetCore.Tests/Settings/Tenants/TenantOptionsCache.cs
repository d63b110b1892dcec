using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Keeps options by tenant and name. What can't be made is not kept, and nothing of another tenant takes its place.</summary>
internal sealed class TenantOptionsCache<TOptions>(CurrentTenant tenant) : IOptionsMonitorCache<TOptions>
    where TOptions : class
{
    private readonly ConcurrentDictionary<(string? Tenant, string Name), TOptions> _options = new();

    public TOptions GetOrAdd(string? name, Func<TOptions> createOptions) =>
        _options.GetOrAdd((tenant.Id, name ?? Options.DefaultName), static (_, create) => create(), createOptions);

    public bool TryAdd(string? name, TOptions options) => _options.TryAdd((tenant.Id, name ?? Options.DefaultName), options);

    // The settings changed, and that in no request: all tenants' options are made anew.
    public bool TryRemove(string? name)
    {
        var keys = _options.Keys.Where(key => key.Name == (name ?? Options.DefaultName)).ToArray();
        return keys.Aggregate(false, (isRemoved, key) => _options.TryRemove(key, out _) || isRemoved);
    }

    public void Clear() => _options.Clear();
}
