namespace MiniApp.AspNetCore.Tests;

/// <summary>Whose request this is.</summary>
internal sealed class CurrentTenant
{
    private static readonly AsyncLocal<string?> Current = new();

    public string? Id
    {
        get => Current.Value;
        set => Current.Value = value;
    }
}
