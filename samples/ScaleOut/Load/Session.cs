namespace ScaleOut.Load;

/// <summary>What the page keeps of a session.</summary>
internal sealed record Session(string AccessToken, string RefreshToken);
