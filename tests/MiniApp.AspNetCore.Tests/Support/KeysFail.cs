using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Keys of Data Protection of which those for one purpose fail for a while, as the framework's do that can't be read anew.</summary>
internal sealed class KeysFail : IDataProtectionProvider
{
    private readonly EphemeralDataProtectionProvider _keys = new();
    private string? _purpose;
    private int _left;

    public void Fail(string purpose, int times) => (_purpose, _left) = (purpose, times);

    public IDataProtector CreateProtector(string purpose) => new Protector(this, _keys.CreateProtector(purpose), []).CreateProtector(purpose);

    private void Check(IEnumerable<string> purposes)
    {
        if (purposes.Contains(_purpose) && _left-- > 0)
        {
            throw new CryptographicException("No keys.", new MiniAppStoreUnavailableException("Away."));
        }
    }

    private sealed class Protector(KeysFail all, IDataProtector protector, string[] purposes) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Protector(all, protector.CreateProtector(purpose), [.. purposes, purpose]);

        public byte[] Protect(byte[] plaintext)
        {
            all.Check(purposes);
            return protector.Protect(plaintext);
        }

        public byte[] Unprotect(byte[] protectedData)
        {
            all.Check(purposes);
            return protector.Unprotect(protectedData);
        }
    }
}
