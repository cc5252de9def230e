using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>
/// A view is found in the folder of the controller that asks for it, then in the folders around that one, then in
/// Shared: a folder is a namespace. So no controller writes down a path.
/// </summary>
public sealed class ViewsBesideTheirController : IViewLocationExpander
{
    private const string Key = "folder";
    private static readonly string Root = typeof(ViewsBesideTheirController).Assembly.GetName().Name!;

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

        foreach (var location in viewLocations)
        {
            yield return location;
        }
    }
}
