namespace MiniApp.AspNetCore.Tests;

/// <summary>A store of keys behind the network.</summary>
internal interface IVault
{
    Task<string[]> GetKeysAsync(CancellationToken cancellationToken);
}
