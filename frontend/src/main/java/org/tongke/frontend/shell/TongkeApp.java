package org.tongke.frontend.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.theme.lumo.Lumo;

/** What the head of every Flow page holds: the look that it shares with the pocket pages, then Flow's own. */
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@StyleSheet("context://tk/tokens.css")
@StyleSheet("context://tk/bar.css")
@StyleSheet("context://tk/acts.css")
@StyleSheet("context://flow/flow.css")
@StyleSheet(Lumo.STYLESHEET)
public class TongkeApp implements AppShellConfigurator {}
