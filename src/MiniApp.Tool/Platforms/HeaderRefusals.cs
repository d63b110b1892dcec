namespace MiniApp.Tool.Platforms;

/// <summary>Why a scheme answers a request with an <c>Authorization</c> header as if it had none.</summary>
internal static class HeaderRefusals
{
    /// <param name="scheme">The scheme.</param>
    /// <param name="authScheme">The auth-scheme of the header; empty where there is none.</param>
    public static TokenRefusal NotRead(IScheme scheme, string authScheme)
    {
        var known = string.Join(" or ", scheme.Options.AuthSchemes);
        var acceptsBearer = authScheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? ", or set AcceptBearer" : "";

        return new TokenRefusal(
            "wrong_auth_scheme",
            RefusalKind.NotRead,
            authScheme.Length > 0
                ? $"The scheme {scheme.Name} does not read what stands behind {authScheme}: it answers as if nothing had been sent."
                : $"There is no auth-scheme before the token: the scheme {scheme.Name} answers as if nothing had been sent.",
            $"Send the token behind {known}{acceptsBearer}.");
    }
}
