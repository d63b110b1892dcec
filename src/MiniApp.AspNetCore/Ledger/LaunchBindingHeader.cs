using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The header by which a page shows that it is the one that used the launch first.</summary>
internal static class LaunchBindingHeader
{
    public const string Name = "Launch-Binding";

    private const int MinLength = 16;
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <param name="headers">The request's headers.</param>
    /// <param name="binding">The binding, where there is a good one.</param>
    /// <returns>What is wrong, in a sentence without anything of the request; otherwise <see langword="null"/>.</returns>
    public static string? Read(IHeaderDictionary headers, out string? binding)
    {
        binding = null;
        var values = headers[Name];
        var fault = values.Count switch
        {
            0 => "The header Launch-Binding is missing: send 16 to 128 random characters of A-Z, a-z, 0-9, - and _.",
            > 1 => "There are several headers Launch-Binding.",
            _ when values[0] is not { Length: >= MinLength and <= MaxLength } => "Launch-Binding is too short or too long: send 16 to 128 characters.",
            _ when values[0].AsSpan().ContainsAnyExcept(Allowed) => "Launch-Binding has a character other than A-Z, a-z, 0-9, - and _.",
            _ => null,
        };
        if (fault is null)
        {
            binding = values[0];
        }

        return fault;
    }

    /// <summary>What the ledger keeps of a good binding: from it, nobody gets the binding, and of another launch it is another.</summary>
    public static long MarkOf(LaunchId launch, string binding)
    {
        Span<byte> text = stackalloc byte[LaunchId.Length + MaxLength];
        launch.ToGuid().TryWriteBytes(text, bigEndian: true, out var length);
        length += Encoding.ASCII.GetBytes(binding, text[length..]);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
