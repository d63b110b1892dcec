using System.Xml;
using System.Xml.Linq;
using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>What Redis keeps of Data Protection: a hash of XML by name, and the name of the hash itself.</summary>
/// <param name="Born">A name that is given once. Another one is a Redis that lost the keys.</param>
/// <param name="Elements">The elements; a key by its id.</param>
internal sealed record KeyElements(string? Born, IReadOnlyDictionary<string, string> Elements)
{
    /// <summary>The hash's own name among its fields.</summary>
    public const string BornField = "born";

    /// <summary>Where the first key is kept. Instances that start together each make one; there, the first stays.</summary>
    public const string FirstField = "first";

    /// <summary>Nothing.</summary>
    public static KeyElements None { get; } = new(null, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Reads the hash; <see langword="null"/> if anything in it is not XML.</summary>
    public static KeyElements? Of(HashEntry[] fields)
    {
        string? born = null;
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            string name = field.Name.ToString(), value = field.Value.ToString();
            if (name == BornField)
            {
                born = value;
            }
            else if (TryParse(value) is { } element)
            {
                // A key that was restored beside the first field is the same key: the key ring takes it once.
                elements[NameOf(element, name)] = value;
            }
            else
            {
                return null;
            }
        }

        return new(born, elements);
    }

    /// <summary>The field of an element: a key's id says which it is.</summary>
    public static string NameOf(XElement element, string otherwise) =>
        element is { Name.LocalName: "key" } && element.Attribute("id") is { Value: var id } ? "key-" + id : otherwise;

    private static XElement? TryParse(string text)
    {
        try
        {
            return XElement.Parse(text);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
