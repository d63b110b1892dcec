using System.Buffers.Text;
using System.Text.Json;

namespace MiniApp;

/// <summary>The members of one JSON object, in their order. The object was looked through once, and is read where it stands.</summary>
/// <param name="json">The object.</param>
/// <param name="members">Its members.</param>
/// <param name="scratch">Memory as long as the object, for a text that has escapes.</param>
internal readonly ref struct JsonMembers(ReadOnlySpan<byte> json, ReadOnlySpan<JsonMember> members, Span<byte> scratch)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly ReadOnlySpan<JsonMember> _members = members;
    private readonly Span<byte> _scratch = scratch;

    public int Count => _members.Length;

    /// <summary>A member's name, without escapes. It stays until the next name or text is read.</summary>
    public ReadOnlySpan<byte> Name(int index)
    {
        ref readonly var member = ref _members[index];
        return member.IsNameEscaped
            ? JsonText.Unescape(_json.Slice(member.NameStart, member.NameLength + 1), _scratch)
            : _json.Slice(member.NameStart, member.NameLength);
    }

    /// <summary>What ought to be a text: anything else in its place, and an empty one, counts as nothing there.</summary>
    public string? Text(int index)
    {
        ref readonly var member = ref _members[index];
        var value = _json.Slice(member.ValueStart, member.ValueLength);
        return value is not [(byte)'"', _, _, ..] ? null
            : Utf8Text.ToString(member.IsValueEscaped ? JsonText.Unescape(value[1..], _scratch) : value[1..^1]);
    }

    /// <summary>A flag: anything but <c>true</c> counts as unset.</summary>
    public bool Flag(int index) => Value(index) is [(byte)'t', ..];

    /// <summary>A 64-bit integer, written as one.</summary>
    public bool TryReadInteger(int index, out long number)
    {
        var value = Value(index);
        return Utf8Parser.TryParse(value, out number, out var read) && read == value.Length;
    }

    /// <summary>Keeps a member of any kind. What is half of a character in it is a replacement character.</summary>
    /// <param name="additional">The members that are kept; <see langword="null"/> where there are none yet.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="index">Which of them it is.</param>
    public void AddTo(ref Dictionary<string, JsonElement>? additional, scoped ReadOnlySpan<byte> name, int index)
    {
        var key = Utf8Text.ToString(name);
        var reader = new Utf8JsonReader(JsonText.MendHalves(Value(index), _scratch));
        additional ??= new(StringComparer.Ordinal);
        additional[key] = JsonElement.ParseValue(ref reader);
    }

    /// <summary>The object's id.</summary>
    /// <param name="name">The id's name, such as <c>id</c>.</param>
    /// <param name="id">The id.</param>
    /// <returns><see langword="false"/> where there is not exactly one member of that name that is a 64-bit integer.</returns>
    public bool TryReadId(ReadOnlySpan<byte> name, out long id)
    {
        id = 0;
        var hasId = false;
        for (var index = 0; index < _members.Length; index++)
        {
            if (Name(index).SequenceEqual(name))
            {
                if (hasId || !TryReadInteger(index, out id))
                {
                    return false;
                }

                hasId = true;
            }
        }

        return hasId;
    }

    private ReadOnlySpan<byte> Value(int index)
    {
        ref readonly var member = ref _members[index];
        return _json.Slice(member.ValueStart, member.ValueLength);
    }
}
