using System.Net;

namespace ScaleOut.Load;

/// <summary>What a client reads of an answer.</summary>
internal sealed record Answer(HttpStatusCode Status, string Challenge, string Body)
{
    public bool IsGood => Status is HttpStatusCode.OK or HttpStatusCode.NoContent;

    public bool IsRefused => Status == HttpStatusCode.Unauthorized;

    /// <summary>Whether a fresh launch mends it.</summary>
    public bool IsExpired => IsRefused && Challenge.Contains("reason=\"expired\"", StringComparison.Ordinal);

    /// <summary>Whether the session is over, or the user was signed out.</summary>
    public bool IsRevoked => IsRefused && Challenge.Contains("reason=\"revoked\"", StringComparison.Ordinal);

    /// <summary>Whether somebody was asked who could not be reached.</summary>
    public bool IsAway => Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    // Of a fault, the body says whose it is: a back end's, or that of nginx.
    public override string ToString() => $"{(int)Status} {(Status >= HttpStatusCode.InternalServerError ? Body : Challenge)}";
}
