using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The header that binds a launch to its page.</summary>
public sealed class LaunchBindingHeaderTests
{
    private static readonly LaunchId One = LaunchId.FromBytes(new byte[16]);
    private static readonly LaunchId Other = LaunchId.FromBytes([.. Enumerable.Range(1, 16).Select(value => (byte)value)]);

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")]
    [InlineData("----------------")]
    public void Binding_of_base64url_is_good(string text)
    {
        Assert.Null(Read(out var binding, text));
        Assert.Equal(text, binding);
    }

    [Fact]
    public void Binding_has_16_to_128_characters()
    {
        const string Fault = "Launch-Binding is too short or too long: send 16 to 128 characters.";

        Assert.Null(Read(out _, new string('a', 16)));
        Assert.Null(Read(out _, new string('a', 128)));
        Assert.Equal(Fault, Read(out _, new string('a', 15)));
        Assert.Equal(Fault, Read(out _, new string('a', 129)));
        Assert.Equal(Fault, Read(out _, ""));
    }

    [Theory]
    [InlineData("0123456789abcde=")]
    [InlineData("0123456789abcde+")]
    [InlineData("0123456789abcde ")]
    [InlineData("0123456789abcde\0")]
    [InlineData("0123456789abcdeй")]
    [InlineData("0123456789abcdef, 0123456789abcdef")]
    public void Binding_with_another_character_is_refused(string text)
    {
        Assert.Equal("Launch-Binding has a character other than A-Z, a-z, 0-9, - and _.", Read(out var binding, text));
        Assert.Null(binding);
    }

    [Fact]
    public void Binding_that_is_missing_or_repeated_is_refused()
    {
        Assert.Equal("The header Launch-Binding is missing: send 16 to 128 random characters of A-Z, a-z, 0-9, - and _.", Read(out _));
        Assert.Equal("There are several headers Launch-Binding.", Read(out _, "0123456789abcdef", "0123456789abcdef"));
    }

    [Fact]
    public void Mark_is_the_beginning_of_a_hash_of_the_launch_and_the_binding()
    {
        Assert.Equal(MarkByHand(One, "0123456789abcdef"), LaunchBindingHeader.MarkOf(One, "0123456789abcdef"));
        Assert.NotEqual(LaunchBindingHeader.MarkOf(One, "0123456789abcdef"), LaunchBindingHeader.MarkOf(Other, "0123456789abcdef"));
        Assert.NotEqual(LaunchBindingHeader.MarkOf(One, "0123456789abcdef"), LaunchBindingHeader.MarkOf(One, "0123456789abcdeF"));
        Assert.Equal(MarkByHand(Other, new string('a', 128)), LaunchBindingHeader.MarkOf(Other, new string('a', 128)));
    }

    private static long MarkByHand(LaunchId id, string binding)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(
            [.. id.ToGuid().ToByteArray(bigEndian: true), .. System.Text.Encoding.ASCII.GetBytes(binding)]);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    private static string? Read(out string? binding, params string[] values)
    {
        var headers = new HeaderDictionary();
        if (values is not [])
        {
            headers["launch-binding"] = values;
        }

        return LaunchBindingHeader.Read(headers, out binding);
    }
}
