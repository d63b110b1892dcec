using System.Xml.Linq;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What the hash with the keys of Data Protection holds.</summary>
public sealed class KeyElementsTests
{
    [Fact]
    public void Key_is_named_by_its_id_wherever_it_is_kept_and_anything_else_as_it_was_called()
    {
        Assert.Equal("key-7", KeyElements.NameOf(XElement.Parse("<key id=\"7\"/>"), "first"));
        Assert.Equal("first", KeyElements.NameOf(XElement.Parse("<key/>"), "first"));
        Assert.Equal("revocation-7", KeyElements.NameOf(XElement.Parse("<revocation id=\"7\"/>"), "revocation-7"));
    }

    [Fact]
    public void Key_that_is_there_twice_is_one()
    {
        var read = KeyElements.Of([new("born", "x"), new("first", "<key id=\"7\"/>"), new("key-7", "<key id=\"7\"/>"), new("r", "<revocation/>")]);

        Assert.Equal("x", read!.Born);
        Assert.Equal([("key-7", "<key id=\"7\"/>"), ("r", "<revocation/>")], read.Elements.Select(element => (element.Key, element.Value)).Order());
    }

    [Fact]
    public void Nonsense_makes_it_none_and_a_hash_without_a_name_is_one()
    {
        Assert.Null(KeyElements.Of([new("born", "x"), new("first", "nonsense")]));
        Assert.Equal((null, 0), (KeyElements.Of([])!.Born, KeyElements.None.Elements.Count));
    }
}
