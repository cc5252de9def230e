using System.Text.Json;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Demo;

/// <summary>The links of the demo.</summary>
public abstract class DemoFixture
{
    protected static async Task<JsonElement> LinksAsync(Site site)
    {
        _ = site.Services;
        return JsonDocument
            .Parse(await File.ReadAllTextAsync(Path.Combine(site.Folder, "data", "demo", "links.json")))
            .RootElement;
    }
}
