using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Keeps the keys of Data Protection, and can be away.</summary>
internal sealed class KeysAway : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public bool IsAway { get; set; }

    public IReadOnlyCollection<XElement> GetAllElements() => IsAway ? throw new MiniAppStoreUnavailableException("Away.") : [.. _keys];

    public void StoreElement(XElement element, string friendlyName)
    {
        if (IsAway)
        {
            throw new MiniAppStoreUnavailableException("Away.");
        }

        _keys.Add(element);
    }
}
