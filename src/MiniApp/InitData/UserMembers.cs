using System.Runtime.InteropServices;
using System.Text.Json;

namespace MiniApp;

/// <summary>
/// The members of a user's JSON object that every platform sends. A user is in every launch, and is read by hand: in a fifth of the time
/// that the serializer takes, by the same rules.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct UserMembers
{
    private long _id;
    private Dictionary<string, JsonElement>? _additional;

    public readonly long Id => _id;

    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    public string? Username { get; private set; }

    public string? LanguageCode { get; private set; }

    public string? PhotoUrl { get; private set; }

    /// <summary>The members that no platform is known to send; <see langword="null"/> where there are none.</summary>
    public readonly Dictionary<string, JsonElement>? Additional => _additional;

    /// <summary>Reads a member, if it is one of these.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="members">The members of the object.</param>
    /// <param name="index">Which of them it is.</param>
    /// <returns><see langword="false"/>, and nothing is read, for any other member.</returns>
    public bool TryRead(scoped ReadOnlySpan<byte> name, JsonMembers members, int index)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8):
                members.TryReadInteger(index, out _id);
                return true;
            case 8 when name.SequenceEqual("username"u8):
                Username = members.Text(index);
                return true;
            case 9 when name.SequenceEqual("last_name"u8):
                LastName = members.Text(index);
                return true;
            case 9 when name.SequenceEqual("photo_url"u8):
                PhotoUrl = members.Text(index);
                return true;
            case 10 when name.SequenceEqual("first_name"u8):
                FirstName = members.Text(index);
                return true;
            case 13 when name.SequenceEqual("language_code"u8):
                LanguageCode = members.Text(index);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Keeps a member that is none of these.</summary>
    public void Add(scoped ReadOnlySpan<byte> name, JsonMembers members, int index) => members.AddTo(ref _additional, name, index);
}
