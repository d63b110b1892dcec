namespace MaxMiniApp.AspNetCore;

/// <summary>The defaults of MAX mini app authentication.</summary>
public static class MaxMiniAppDefaults
{
    /// <summary>The scheme's name: <c>MaxMiniApp</c>.</summary>
    public const string AuthenticationScheme = "MaxMiniApp";

    /// <summary>The issuer of every claim: <c>MAX</c>.</summary>
    public const string Issuer = "MAX";
}
