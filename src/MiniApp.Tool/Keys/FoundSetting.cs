namespace MiniApp.Tool.Keys;

/// <summary>A setting's value, and where it was found. Only the latter may be shown.</summary>
internal sealed record FoundSetting(string Value, string Origin)
{
    public override string ToString() => Origin;
}
