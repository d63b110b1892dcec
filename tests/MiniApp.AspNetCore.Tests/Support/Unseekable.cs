namespace MiniApp.AspNetCore.Tests;

/// <summary>A body whose length nobody knows beforehand.</summary>
internal sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
