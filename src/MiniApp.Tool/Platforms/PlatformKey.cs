namespace MiniApp.Tool.Platforms;

/// <summary>A key, and where it was found. Only the latter may be shown.</summary>
internal sealed record PlatformKey(string Value, string Origin)
{
    public override string ToString() => Origin;
}
