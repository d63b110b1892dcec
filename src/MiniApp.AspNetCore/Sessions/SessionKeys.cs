using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MiniApp.AspNetCore;

/// <summary>
/// The application's keys for one kind of tokens, which may be away at any time. The key ring tells one of its callers that it could not be
/// read anew, and goes on with the keys that it had: that caller asks once more.
/// </summary>
internal sealed class SessionKeys(IDataProtector protector)
{
    /// <returns><see langword="false"/> where there are no keys now.</returns>
    public bool TryProtect(byte[] plain, [NotNullWhen(true)] out byte[]? hidden)
    {
        if (!TryProtectOnce(plain, out hidden))
        {
            TryProtectOnce(plain, out hidden);
        }

        return hidden is not null;
    }

    /// <param name="hidden">What may be anything.</param>
    /// <param name="plain">What is in it; <see langword="null"/> where these keys did not protect it.</param>
    /// <returns><see langword="false"/> where there are no keys now, so that nobody can tell.</returns>
    public bool TryUnprotect(byte[] hidden, out byte[]? plain) =>
        (TryUnprotectOnce(hidden, out plain) || TryUnprotectOnce(hidden, out plain)) && (plain is not null || TryProtect([], out _));

    private bool TryProtectOnce(byte[] plain, [NotNullWhen(true)] out byte[]? hidden)
    {
        try
        {
            hidden = protector.Protect(plain);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            hidden = null;
            return false;
        }
    }

    private bool TryUnprotectOnce(byte[] hidden, out byte[]? plain)
    {
        plain = null;
        try
        {
            plain = protector.Unprotect(hidden);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // What is wrong with the token has no cause beneath it; what the place of the keys threw is one.
            return exception is CryptographicException { InnerException: null };
        }
    }
}
