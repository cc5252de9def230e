using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// A view is found in the folder of the controller that asks for it, then in the folders around that one, then at the
/// root of a module (what others show too), then in Pages: a folder is a namespace. So no controller writes down a
/// path.
/// </summary>
public sealed class ViewsBesideTheirController : IViewLocationExpander
{
    private const string Key = "folder";
    private static readonly string Root = typeof(ViewsBesideTheirController).Assembly.GetName().Name!;

    private static readonly string[] Modules =
    [
        .. typeof(ViewsBesideTheirController)
            .Assembly.GetTypes()
            .Select(type => type.Namespace ?? "")
            .Where(space => space.StartsWith(Root + ".Modules.", StringComparison.Ordinal))
            .Select(space => space.Split('.')[3])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Key] = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)
            ?.ControllerTypeInfo
            .Namespace;

    public IEnumerable<string> ExpandViewLocations(
        ViewLocationExpanderContext context,
        IEnumerable<string> viewLocations
    )
    {
        var folder = context.Values[Key] is { } named ? named[Root.Length..].Replace('.', '/') : "";
        for (; folder.Count(c => c == '/') > 1; folder = folder[..folder.LastIndexOf('/')])
        {
            yield return folder + "/{0}.cshtml";
        }

        foreach (var module in Modules)
        {
            yield return $"/Modules/{module}/{{0}}.cshtml";
        }

        foreach (var location in viewLocations)
        {
            yield return location;
        }
    }
}
